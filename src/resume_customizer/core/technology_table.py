"""The technologies that are known by name: one line each, written by hand.

    name | other spellings | what it is part of or stands on | what is close to it, but not the same

A leading `=` marks a spelling that is an everyday word or abbreviation too: it counts only in this
case ("REST", not "the rest"), or between list separators. A leading `!` marks one that needs more: this case,
and neighbours as in a list or behind a preposition ("in Go", "C, C++").
"""

TABLE = """
# Languages
Java | Core Java, JDK, J2SE, Java SE, Java8, Java11, Java17, Java21 | | Kotlin, Scala, Groovy
Jakarta EE | Java EE, JavaEE, J2EE, JEE | Java | Spring
Kotlin | | Java | Java
Scala | | Java | Java
Groovy | | Java | Java
Clojure | | Java | Java
Python | Python2, Python3, =PY | | R
JavaScript | Java Script, JS, ECMAScript, ES6, Vanilla JS | | TypeScript
TypeScript | Type Script | JavaScript | JavaScript
!C | C language, C programming, ANSI C | | C++
C++ | CPP, C++11, C++14, C++17, C++20, Visual C++ | | C, Rust
C# | C-Sharp, C Sharp, CSharp, C#.NET | .NET | Visual Basic, F#
F# | FSharp | .NET | C#
Visual Basic | VB.NET, VB, VB6 | .NET | C#, VBA
VBA | Visual Basic for Applications | | Visual Basic, Excel
!Go | Golang, Go language, Go lang | | Rust
=Rust | Rust language | | C++, Go
!R | R language, R programming, RStudio, R Studio, =RShiny | | Python, SAS
=Swift | SwiftUI | | Objective-C
Objective-C | Objective C, ObjC | | Swift, C
PHP | PHP7, PHP8 | | Laravel
=Ruby | | | Ruby on Rails
Perl | | | Python
=Dart | | | Flutter
COBOL | | | Mainframe
=Fortran | | | C
Haskell | | | Scala
Elixir | | | Erlang
Erlang | | | Elixir
=Julia | | | Python, R
MATLAB | | | Python, R
SAS | Base SAS, SAS EG | | R
Bash | Shell scripting, Shell scripts, Shell script, Unix Shell, Korn Shell, KSH | Linux | PowerShell
PowerShell | Power Shell | Windows Server | Bash
SQL | Structured Query Language, ANSI SQL | | PL/SQL, T-SQL
PL/SQL | PLSQL, PL SQL | Oracle Database, SQL | T-SQL
T-SQL | TSQL, Transact-SQL, Transact SQL | SQL Server, SQL | PL/SQL
HTML | HTML5, XHTML, DHTML | | CSS
CSS | CSS3 | | HTML, Sass
Sass | SCSS | CSS | Less
=Less | LESS CSS | CSS | Sass
Apex | Salesforce Apex | Salesforce | Java
Solidity | | Blockchain | JavaScript
ABAP | SAP ABAP | SAP | Java

# Java and JVM frameworks
!Spring | Spring Framework, Spring Core, Spring IOC | Java | Jakarta EE
Spring Boot | SpringBoot, Spring-Boot | Spring, Java | Quarkus, Micronaut, Microservices
Spring MVC | SpringMVC | Spring, Java | Struts
Spring Cloud | | Spring, Java | Spring Boot, Microservices
Spring Security | | Spring, Java | OAuth
Spring Batch | | Spring, Java | Spring Boot
Spring Data | Spring Data JPA | Spring, Java | Hibernate
Hibernate | Hibernate ORM | Java | JPA
JPA | Java Persistence API | Java | Hibernate
Struts | Apache Struts, Struts2 | Java | Spring MVC, JSP
JSP | Java Server Pages, JavaServer Pages | Java | Servlets, JSF
Servlets | Servlet, Java Servlets | Java | JSP
JSF | Java Server Faces, JavaServer Faces, PrimeFaces | Java | JSP
EJB | Enterprise JavaBeans | Jakarta EE, Java | Spring
JDBC | | Java | JPA
JMS | Java Message Service | Java | ActiveMQ, RabbitMQ
JUnit | JUnit4, JUnit5 | Java | Mockito, TestNG
Mockito | PowerMock | Java | JUnit
TestNG | | Java | JUnit
Quarkus | | Java | Spring Boot
Micronaut | | Java | Spring Boot
Maven | Apache Maven | Java | Gradle, Ant
Gradle | | Java | Maven
!Ant | Apache Ant | Java | Maven
Tomcat | Apache Tomcat | Java | JBoss, WebLogic, WebSphere
JBoss | WildFly | Java | Tomcat, WebLogic
WebLogic | Oracle WebLogic, BEA WebLogic | Java | WebSphere, JBoss
WebSphere | IBM WebSphere, WAS Server | Java | WebLogic, JBoss
Log4j | Log4j2, SLF4J, Logback | Java | Splunk
Apache Camel | =Camel | Java | MuleSoft

# .NET
.NET | Dot Net, DotNet, .NET Framework, Microsoft .NET | | C#
.NET Core | DotNet Core, Dot Net Core, .NET 5, .NET 6, .NET 7, .NET 8 | .NET | ASP.NET Core
ASP.NET | ASP .NET, ASP.NET MVC, ASP.NET Web Forms | .NET | ASP.NET Core
ASP.NET Core | | .NET Core, ASP.NET | Web API
Web API | ASP.NET Web API, Web APIs | .NET | REST
Entity Framework | EF Core, Entity Framework Core | .NET | LINQ, ADO.NET
LINQ | | .NET | Entity Framework
ADO.NET | | .NET | Entity Framework
WPF | Windows Presentation Foundation | .NET | WinForms
WinForms | Windows Forms | .NET | WPF
WCF | Windows Communication Foundation | .NET | Web API, SOAP
Blazor | | .NET | ASP.NET Core
NUnit | xUnit, MSTest | .NET | JUnit
IIS | Internet Information Services | Windows Server | NGINX

# Front end and mobile
=React | ReactJS, React.js, React JS | JavaScript | Angular, Vue.js, Redux, Next.js
React Native | | React, JavaScript | Flutter
Redux | Redux Toolkit, Redux-Saga | React | React
Next.js | NextJS, Next JS | React | React
Angular | Angular2, Angular4, Angular8, Angular10, Angular12 | TypeScript, JavaScript | AngularJS, React, Vue.js
AngularJS | Angular.js, Angular JS | JavaScript | Angular
Vue.js | =Vue, VueJS, Vue JS, Nuxt.js, Vue3 | JavaScript | React, Angular
Svelte | | JavaScript | React
jQuery | | JavaScript | AJAX
AJAX | | JavaScript | jQuery
=Bootstrap | Twitter Bootstrap | CSS | Tailwind CSS
Tailwind CSS | Tailwind, TailwindCSS | CSS | Bootstrap
Webpack | | JavaScript | Vite
Vite | | JavaScript | Webpack
D3.js | D3, D3JS | JavaScript | Tableau
=Jest | | JavaScript | Jasmine, Mocha
=Jasmine | Karma | JavaScript | Jest
=Mocha | | JavaScript | Jest
Android | Android SDK, Android Studio | Kotlin, Java | iOS
iOS | iOS SDK, Xcode | Swift | Android
=Flutter | | Dart | React Native
Xamarin | | .NET, C# | Flutter

# Back end frameworks and interfaces
Node.js | Node, NodeJS, Node JS | JavaScript | Express.js, NestJS
Express.js | !Express, ExpressJS, Express JS | Node.js | NestJS
NestJS | Nest.js | Node.js | Express.js
Django | Django REST Framework, DRF | Python | Flask, FastAPI
=Flask | | Python | Django, FastAPI
FastAPI | Fast API | Python | Flask, Django
Ruby on Rails | Rails, RoR | Ruby | Django
Laravel | | PHP | Symfony
Symfony | | PHP | Laravel
=REST | RESTful, REST API, REST APIs, RESTful API, RESTful APIs, RESTful web services | | SOAP, GraphQL, Web API
=SOAP | SOAP web services | | REST, XML
GraphQL | Apollo GraphQL | | REST
gRPC | | | REST, Protocol Buffers
Protocol Buffers | Protobuf | | gRPC
Microservices | Microservice, Micro services, Micro-services, Microservice architecture | | Spring Boot, REST, Docker
OpenAPI | Swagger, Open API | REST | Postman
OAuth | OAuth2, OAuth 2.0, OpenID Connect, OIDC | | SAML, JWT, Okta
JWT | JSON Web Token, JSON Web Tokens | | OAuth
SAML | | | OAuth, Okta
Okta | | | OAuth, SAML
XML | XSD, XSLT, XPath | | JSON, SOAP
JSON | | | XML
=Celery | | Python | RabbitMQ
WebSockets | WebSocket, Web Sockets, Socket.IO | | REST

# Data stores
Oracle Database | =Oracle, Oracle DB, Oracle 11g, Oracle 12c, Oracle 19c, Oracle RDBMS | SQL | PL/SQL, SQL Server
SQL Server | MS SQL Server, Microsoft SQL Server, MSSQL, MS SQL, MS-SQL | SQL | T-SQL, Oracle Database
PostgreSQL | Postgres, Postgre SQL, PSQL | SQL | MySQL
MySQL | My SQL | SQL | MariaDB, PostgreSQL
MariaDB | | SQL | MySQL
SQLite | | SQL | MySQL
DB2 | IBM DB2 | SQL | Oracle Database, Mainframe
Teradata | | SQL | Oracle Database, Snowflake
Sybase | | SQL | SQL Server
NoSQL | No-SQL | | MongoDB, Cassandra, DynamoDB
MongoDB | Mongo, Mongo DB | NoSQL | DynamoDB, Couchbase
Cassandra | Apache Cassandra | NoSQL | HBase, DynamoDB
Couchbase | CouchDB | NoSQL | MongoDB
DynamoDB | Dynamo DB, Amazon DynamoDB | AWS, NoSQL | MongoDB
Redis | ElastiCache | NoSQL | Memcached
Memcached | | | Redis
Elasticsearch | Elastic Search, OpenSearch | NoSQL | Solr, ELK Stack
Solr | Apache Solr | | Elasticsearch
Neo4j | Cypher query language | NoSQL | MongoDB
HBase | Apache HBase | Hadoop, NoSQL | Cassandra
InfluxDB | | NoSQL | Prometheus

# Data engineering, analytics, machine learning
Apache Spark | !Spark, PySpark, Spark SQL, Spark Streaming | | Hadoop, Databricks, Apache Flink
Hadoop | Apache Hadoop, HDFS, MapReduce, Cloudera | | Hive, Apache Spark
=Hive | Apache Hive, HiveQL | Hadoop | Apache Spark, Impala
=Impala | Apache Impala | Hadoop | Hive
Apache Pig | !Pig, Pig Latin | Hadoop | Hive
Sqoop | Apache Sqoop | Hadoop | Hive
Apache Flink | Flink | | Apache Spark, Kafka
Apache Beam | | | Apache Spark, Apache Flink
Kafka | Apache Kafka, Kafka Streams, Confluent Kafka, Confluent | | RabbitMQ, Kinesis, ActiveMQ
RabbitMQ | Rabbit MQ | | Kafka, ActiveMQ
ActiveMQ | Active MQ, Apache ActiveMQ | | RabbitMQ, JMS
IBM MQ | MQ Series, WebSphere MQ | | ActiveMQ, JMS
=Airflow | Apache Airflow | Python | Luigi, dbt
=Luigi | | Python | Airflow
=dbt | data build tool | SQL | Snowflake, Airflow
=Snowflake | SnowSQL, Snowpipe | SQL | Redshift, BigQuery, Databricks
Databricks | Azure Databricks, Delta Lake | Apache Spark | Snowflake
=Redshift | Amazon Redshift | AWS, SQL | Snowflake, BigQuery
BigQuery | Big Query, Google BigQuery | Google Cloud, SQL | Redshift, Snowflake
Informatica | Informatica PowerCenter, PowerCenter, IICS | | ETL, Talend
Talend | | | Informatica, ETL
SSIS | SQL Server Integration Services | SQL Server | ETL, SSRS
SSRS | SQL Server Reporting Services | SQL Server | SSIS, Power BI
SSAS | SQL Server Analysis Services | SQL Server | SSIS
ETL | ELT | | Informatica, SSIS, Talend
Tableau | Tableau Desktop, Tableau Server | | Power BI, Looker
Power BI | PowerBI, DAX, Power Query | | Tableau, SSRS
=Looker | LookML | | Tableau
Qlik | QlikView, Qlik Sense | | Tableau
=Excel | MS Excel, Microsoft Excel | | VBA
Pandas | | Python | NumPy
NumPy | | Python | Pandas
scikit-learn | Scikit Learn, sklearn | Python, Machine learning | TensorFlow
TensorFlow | Keras | Python, Machine learning | PyTorch
PyTorch | | Python, Machine learning | TensorFlow
Machine learning | =ML, Deep learning | | scikit-learn, TensorFlow
Jupyter | Jupyter Notebook, Jupyter Notebooks, JupyterLab | Python | Pandas
MLflow | | Machine learning | SageMaker
LangChain | | Python | OpenAI API
OpenAI API | =OpenAI, GPT-4, ChatGPT | | LangChain

# Clouds
AWS | Amazon Web Services, Amazon AWS, AWS Cloud | | Azure, Google Cloud
EC2 | Amazon EC2, AWS EC2 | AWS | ECS
S3 | Amazon S3, AWS S3 | AWS | EC2
AWS Lambda | =Lambda, Lambdas, Lambda functions | AWS | API Gateway, Azure Functions
API Gateway | Amazon API Gateway | AWS | AWS Lambda
RDS | Amazon RDS, AWS RDS, Aurora | AWS | MySQL, PostgreSQL
ECS | Amazon ECS, Fargate | AWS, Docker | EKS
EKS | Amazon EKS | AWS, Kubernetes | ECS, AKS, GKE
SQS | Amazon SQS | AWS | SNS, RabbitMQ
SNS | Amazon SNS | AWS | SQS
=Kinesis | Amazon Kinesis | AWS | Kafka
AWS Glue | =Glue | AWS | ETL
=Athena | Amazon Athena | AWS | Redshift
=EMR | Amazon EMR | AWS, Hadoop | Databricks
CloudFormation | Cloud Formation, AWS CloudFormation, AWS CDK | AWS | Terraform
CloudWatch | Cloud Watch | AWS | Datadog
IAM | AWS IAM | AWS | OAuth
SageMaker | Amazon SageMaker | AWS, Machine learning | MLflow
Azure | Microsoft Azure, MS Azure, Azure Cloud | | AWS, Google Cloud
Azure Functions | Azure Function | Azure | AWS Lambda
Azure Data Factory | ADF, Data Factory | Azure | SSIS, ETL
Azure SQL | Azure SQL Database | Azure, SQL Server | SQL Server
Azure Synapse | Synapse Analytics, Azure Synapse Analytics | Azure | Snowflake
AKS | Azure Kubernetes Service | Azure, Kubernetes | EKS, GKE
Cosmos DB | CosmosDB, Azure Cosmos DB | Azure, NoSQL | MongoDB
Azure DevOps | VSTS, TFS, Azure Pipelines, Azure Repos | Azure | CI/CD, Jenkins
Google Cloud | GCP, Google Cloud Platform | | AWS, Azure
GKE | Google Kubernetes Engine | Google Cloud, Kubernetes | EKS, AKS
Pub/Sub | PubSub, Google Pub/Sub, Cloud Pub/Sub | Google Cloud | Kafka
=Dataflow | Cloud Dataflow | Google Cloud, Apache Beam | Apache Spark
Firebase | Firestore | Google Cloud | MongoDB
Cloud Foundry | PCF, Pivotal Cloud Foundry, Tanzu | | Kubernetes
Heroku | | | AWS
OpenStack | Open Stack | | VMware

# Operations and delivery
Docker | Docker Compose, Docker Swarm, Dockerfile, Dockerfiles | | Kubernetes, Podman
Podman | | | Docker
Kubernetes | K8s, Kube, kubectl | Docker | OpenShift, Helm, EKS, AKS, GKE
OpenShift | Open Shift, Red Hat OpenShift, OCP | Kubernetes | Docker
=Helm | Helm charts, Helm chart | Kubernetes | Argo CD
=Istio | Linkerd | Kubernetes | NGINX
Argo CD | ArgoCD, Flux CD, GitOps | Kubernetes, CI/CD | Helm
Terraform | Terragrunt | | CloudFormation, Ansible, Pulumi
Pulumi | | | Terraform
Ansible | Ansible Tower, Ansible playbooks | | Chef, Puppet, Terraform
!Chef | | | Puppet, Ansible
=Puppet | | | Chef, Ansible
SaltStack | | | Ansible
=Vault | HashiCorp Vault | | Consul
=Consul | HashiCorp Consul | | Vault
Jenkins | Jenkins Pipeline, Jenkins Pipelines, Jenkinsfile | CI/CD | GitLab CI, GitHub Actions, Bamboo, TeamCity
CI/CD | CICD, CI / CD, Continuous Integration, Continuous Delivery | | Jenkins, GitLab CI, GitHub Actions
GitLab CI | GitLab CI/CD, GitLab Pipelines | GitLab, CI/CD | Jenkins
GitHub Actions | Github Action | GitHub, CI/CD | Jenkins
CircleCI | Circle CI, Travis CI | CI/CD | Jenkins
=Bamboo | | CI/CD | Jenkins
TeamCity | Team City | CI/CD | Jenkins
Git | | | GitHub, GitLab, SVN
GitHub | | Git | GitLab, Bitbucket
GitLab | | Git | GitHub
Bitbucket | Bit Bucket | Git | GitHub
SVN | Subversion | | Git
SonarQube | Sonar Qube, Sonar | | Jenkins
Artifactory | JFrog, Nexus Repository | | Maven
=Prometheus | | | Grafana, Datadog
Grafana | | | Prometheus, ELK Stack
Datadog | Data Dog | | New Relic, Splunk, Dynatrace
New Relic | NewRelic | | Datadog, AppDynamics
Dynatrace | | | AppDynamics, Datadog
AppDynamics | AppD | | Dynatrace
Splunk | | | ELK Stack, Datadog
ELK Stack | ELK, Kibana, Logstash, Elastic Stack | Elasticsearch | Splunk
OpenTelemetry | Jaeger, Zipkin | | Prometheus
NGINX | | | Apache HTTP Server, HAProxy
Apache HTTP Server | Apache HTTPD, Apache Web Server | | NGINX
HAProxy | | | NGINX
Linux | Red Hat Enterprise Linux, RHEL, Ubuntu, CentOS, Debian | | Unix
Unix | AIX, Solaris, HP-UX | | Linux
Windows Server | | | Active Directory
Active Directory | =Azure AD, Entra ID | Windows Server | Okta
VMware | vSphere, ESXi | | OpenStack
DevOps | Dev Ops, SRE | | CI/CD

# Testing, ways of working, business systems
Selenium | Selenium WebDriver, Selenium Grid | | Cypress, Playwright, Cucumber
=Cypress | Cypress.io | JavaScript | Selenium, Playwright
=Playwright | | | Selenium, Cypress
=Cucumber | Gherkin, BDD | | Selenium
Appium | | Selenium | Selenium
=Postman | | REST | OpenAPI
JMeter | Apache JMeter | | LoadRunner, Gatling
LoadRunner | Load Runner | | JMeter
=Gatling | | | JMeter
Agile | Scrum, Kanban, SAFe, Agile methodology | | JIRA
JIRA | Atlassian Jira, Confluence | | Agile
ServiceNow | Service Now | | JIRA
Salesforce | SFDC, Salesforce.com, Lightning Web Components, LWC | | Apex
SAP | SAP HANA, S/4HANA, SAP ECC | | ABAP
MuleSoft | Mule ESB, Anypoint | | Apache Camel
Pega | PRPC | | Appian
Appian | | | Pega
SharePoint | Share Point | | Power Platform
Power Platform | Power Apps, PowerApps, Power Automate | | SharePoint, Power BI
Mainframe | z/OS, JCL, CICS | | COBOL, DB2
Blockchain | Ethereum, Hyperledger | | Solidity
"""
